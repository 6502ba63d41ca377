# A list without a key installs none.
resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #cloud-config
    ssh_authorized_keys: []
  EOT
}
