resource "digitalocean_gradientai_agent_route" "orders" {
  parent_agent_uuid = "b90e05b8-566f-11f0-bf8f-4e013e2ddde4"
  child_agent_uuid  = "01efac06-500e-11f0-bf8f-4e013e2ddde4"
  route_name        = "orders"
  if_case           = "use this for questions on an order"
}
