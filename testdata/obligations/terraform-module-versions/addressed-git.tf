module "network" {
  source = "git::https://github.com/acme/network.git?ref=v1.4.2"
}
