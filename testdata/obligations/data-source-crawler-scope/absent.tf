resource "digitalocean_gradientai_knowledge_base_data_source" "docs" {
  knowledge_base_uuid = "a1b2c3d4-5678-90ab-cdef-1234567890ab"

  spaces_data_source {
    bucket_name = "acme-docs"
    item_path   = "public/"
    region      = "tor1"
  }
}
