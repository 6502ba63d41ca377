provider "digitalocean" {
  token = "dop_v1_not-a-real-token"
}
