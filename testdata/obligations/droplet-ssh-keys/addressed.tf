resource "digitalocean_ssh_key" "ops" {
  name       = "ops"
  public_key = file("ops.pub")
}

resource "digitalocean_droplet" "web" {
  name     = "web-1"
  image    = "ubuntu-24-04-x64"
  size     = "s-1vcpu-1gb"
  region   = "nyc3"
  ssh_keys = [digitalocean_ssh_key.ops.fingerprint]
}
