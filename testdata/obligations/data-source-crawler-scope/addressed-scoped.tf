resource "digitalocean_gradientai_knowledge_base_data_source" "docs" {
  knowledge_base_uuid = "a1b2c3d4-5678-90ab-cdef-1234567890ab"

  web_crawler_data_source {
    base_url        = "https://docs.example.com/"
    crawling_option = "SCOPED"
  }
}
