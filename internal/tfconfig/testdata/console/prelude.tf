locals {
  list    = ["a", "b", "c"]
  numbers = [3, 1, 2]
  mixed   = ["a", 1, true]
  object  = { name = "web", size = 2, tags = ["x", "y"] }
  map     = tomap({ b = "two", a = "one" })
  set     = toset(["z", "y", "y"])
  nested  = [["a"], ["b", ["c"]], []]
  people  = [{ name = "ann", age = 31 }, { name = "bob", age = 27 }, { name = "cat", age = 31 }]
  byname  = { ann = { roles = ["dev", "ops"] }, bob = { roles = [] } }
  nothing = null
  yes     = true
  no      = false
  text    = "Hello, World"
  cidr    = "10.1.2.0/24"
}
