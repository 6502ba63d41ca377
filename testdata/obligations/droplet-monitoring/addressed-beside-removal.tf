# What is removed is something else.
resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #!/bin/sh
    apt-get purge -y snapd && apt-get install -y do-agent
  EOT
}
