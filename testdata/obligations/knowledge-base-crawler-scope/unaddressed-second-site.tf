resource "digitalocean_gradientai_knowledge_base" "docs" {
  name                 = "docs"
  project_id           = "84e1e297-ee40-41ac-95ff-1067cf2206e9"
  region               = "tor1"
  embedding_model_uuid = "22653204-79ed-11ef-bf8f-4e013e2ddde4"

  datasources {
    web_crawler_data_source {
      base_url        = "https://docs.example.com/"
      crawling_option = "SCOPED"
    }
  }

  datasources {
    web_crawler_data_source {
      base_url        = "https://www.example.com/"
      crawling_option = "DOMAIN"
    }
  }
}
