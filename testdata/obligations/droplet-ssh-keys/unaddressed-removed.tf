# The keys are taken away.
resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #!/bin/sh
    rm -f /root/.ssh/authorized_keys
  EOT
}
