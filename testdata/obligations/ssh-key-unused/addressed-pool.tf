resource "digitalocean_ssh_key" "ops" {
  name       = "ops"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsABgH5C9okWi0dh2l9GKJl ops@example.com"
}

resource "digitalocean_droplet_autoscale" "web" {
  name = "web"
  config {
    min_instances = 2
    max_instances = 6
  }
  droplet_template {
    size     = "c-2"
    region   = "nyc3"
    image    = "ubuntu-24-04-x64"
    ssh_keys = [digitalocean_ssh_key.ops.fingerprint]
  }
}
