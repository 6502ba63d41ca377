terraform {
  backend "s3" {
    bucket       = "acme-terraform"
    key          = "shop/terraform.tfstate"
    region       = "us-east-1"
    use_lockfile = true
    endpoints    = { s3 = "https://fra1.digitaloceanspaces.com" }
  }
}
