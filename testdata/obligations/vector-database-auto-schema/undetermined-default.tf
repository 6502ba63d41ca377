# DigitalOcean does not say what it is unless set; Weaviate's own default is true.
resource "digitalocean_vector_database" "search" {
  name   = "search"
  region = "nyc1"
  size   = "db-s-2vcpu-2gb"
}

resource "digitalocean_vector_database" "catalogue" {
  name   = "catalogue"
  region = "nyc1"
  size   = "db-s-2vcpu-2gb"

  config {
    default_quantization = "rq"
  }
}
