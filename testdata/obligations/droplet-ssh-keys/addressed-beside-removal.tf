# What is removed is something else.
resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #!/bin/sh
    rm -f /root/x; echo "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsABgH5C9okWi0dh2l9GKJl ops" >> /root/.ssh/authorized_keys
  EOT
}
