# The provider refuses 0 once it sees it, in a plan.
variable "days" {
  default = 0
}

resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "pg"
  version    = "17"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_logsink_opensearch" "logs" {
  cluster_id     = digitalocean_database_cluster.main.id
  name           = "logs"
  index_prefix   = "db"
  endpoint       = "https://logs.example.com:9200"
  index_days_max = var.days
}
