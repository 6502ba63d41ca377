resource "digitalocean_ssh_key" "ops" {
  name       = "ops"
  public_key = "ops@example.com"
}
