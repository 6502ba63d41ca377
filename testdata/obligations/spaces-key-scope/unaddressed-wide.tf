resource "digitalocean_spaces_key" "app" {
  name = "app"

  grant {
    bucket     = "assets"
    permission = "read"
  }

  grant {
    bucket     = ""
    permission = "fullaccess"
  }
}

resource "digitalocean_spaces_key" "backup" {
  name = "backup"

  grant {
    bucket     = ""
    permission = "readwrite"
  }
}

# fullaccess opens all buckets, whichever is named.
resource "digitalocean_spaces_key" "uploads" {
  name = "uploads"

  grant {
    bucket     = "uploads"
    permission = "fullaccess"
  }
}
