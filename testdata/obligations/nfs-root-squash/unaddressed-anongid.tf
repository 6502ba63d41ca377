resource "digitalocean_nfs_access_point" "reports" {
  name     = "reports"
  share_id = "506f78a4-e098-11e5-ad9f-000f53306ae1"
  vpc_id   = "0f3db9a4-6c8a-4f34-9f1f-1c1d5a3f4b58"
  path     = "/reports"

  access_policy {
    anongid = 0
  }
}
