resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "opensearch"
  version    = "2"
  node_count = 2
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_user" "app" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "app"

  settings {
    opensearch_acl {
      index      = "orders-*"
      permission = "read"
    }

    opensearch_acl {
      index      = "_all"
      permission = "readwrite"
    }
  }
}

resource "digitalocean_database_user" "shipper" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "shipper"

  settings {
    opensearch_acl {
      index      = ".*"
      permission = "write"
    }
  }
}
