resource "digitalocean_ssh_key" "ops" {
  name       = "ops"
  public_key = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBApPDQPiXByII0E15uyF7nXDlP0aVTNAKC0lUE716HwaNxBfnu68UXpTnPnLZIk1i4VMOicLiSY2yPgGOp1/3g= ops@example.com"
}
