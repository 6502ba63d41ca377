resource "digitalocean_loadbalancer" "global" {
  name = "global"
  type = "GLOBAL"

  domains {
    name       = "www.example.com"
    is_managed = true
  }

  domains {
    name = "www.example.org"
  }

  glb_settings {
    target_protocol = "https"
    target_port     = 443
  }
}
