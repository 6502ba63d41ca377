resource "digitalocean_gradientai_function" "orders" {
  agent_id       = "b90e05b8-566f-11f0-bf8f-4e013e2ddde4"
  description    = "Looks up an order"
  faas_name      = "default/orders"
  faas_namespace = "fn-b90faf52-2b42-49c2-9792-75edfbb6f397"
  function_name  = "orders"
  input_schema   = jsonencode({ parameters = [] })
}
