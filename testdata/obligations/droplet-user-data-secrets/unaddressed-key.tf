resource "digitalocean_droplet" "web" {
  name      = "web-1"
  image     = "ubuntu-24-04-x64"
  size      = "s-1vcpu-1gb"
  region    = "nyc3"
  user_data = <<-EOT
    #cloud-config
    write_files:
      - path: /etc/app/key.pem
        content: |
          -----BEGIN RSA PRIVATE KEY-----
          MIIEowIBAAKCAQEA
  EOT
}
