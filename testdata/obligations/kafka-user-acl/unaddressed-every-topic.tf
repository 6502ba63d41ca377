resource "digitalocean_database_cluster" "main" {
  name       = "main"
  engine     = "kafka"
  version    = "3.8"
  node_count = 3
  region     = "fra1"
  size       = "db-s-2vcpu-4gb"
}

resource "digitalocean_database_user" "reader" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "reader"

  settings {
    acl {
      topic      = "*"
      permission = "consume"
    }
  }
}

resource "digitalocean_database_user" "writer" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "writer"

  settings {
    acl {
      topic      = "*"
      permission = "produce"
    }
  }
}

resource "digitalocean_database_user" "audit" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "audit"

  settings {
    acl {
      topic      = ".*"
      permission = "consume"
    }
  }
}

resource "digitalocean_database_user" "app" {
  cluster_id = digitalocean_database_cluster.main.id
  name       = "app"

  settings {
    acl {
      topic      = "orders"
      permission = "produceconsume"
    }
    acl {
      topic      = "*"
      permission = "consume"
    }
  }
}
