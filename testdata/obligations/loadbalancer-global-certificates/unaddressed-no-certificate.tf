resource "digitalocean_loadbalancer" "global" {
  name = "global"
  type = "GLOBAL"

  domains {
    name             = "www.example.com"
    certificate_name = ""
  }

  glb_settings {
    target_protocol = "https"
    target_port     = 443
  }
}
