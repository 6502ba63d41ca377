# A comment installs nothing.
resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #!/bin/sh
      # to do: do-agent, from https://repos.insights.digitalocean.com/install.sh
    apt-get install -y nginx
  EOT
}
