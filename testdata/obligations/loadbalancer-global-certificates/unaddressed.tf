resource "digitalocean_loadbalancer" "global" {
  name = "global"
  type = "GLOBAL"

  glb_settings {
    target_protocol = "https"
    target_port     = 443
  }
}
