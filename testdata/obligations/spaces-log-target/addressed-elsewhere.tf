# The configuration that has the bucket answers for its acl.
resource "digitalocean_spaces_bucket_logging" "assets" {
  bucket        = "assets"
  region        = "nyc3"
  target_bucket = "logs"
  target_prefix = "assets/"
}
