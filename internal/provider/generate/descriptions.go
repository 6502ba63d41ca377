package main

import "encoding/json"

// descriptions are the attributes called "description". The schema in JSON that
// this command reads was freed of its documentation, which took away every key
// of that name, these attributes among them. From the provider's source.
var descriptions = map[string]string{
	"digitalocean_custom_image":            "o",
	"digitalocean_gradientai_agent":        "o",
	"digitalocean_gradientai_custom_model": "o",
	"digitalocean_gradientai_function":     "r",
	"digitalocean_monitor_alert":           "r",
	"digitalocean_project":                 "o",
	"digitalocean_volume":                  "o",
	"digitalocean_vpc":                     "o",

	"digitalocean_gradientai_agent.child_agents":             "o",
	"digitalocean_gradientai_agent.functions":                "o",
	"digitalocean_gradientai_agent.model.agreement":          "o",
	"digitalocean_gradientai_agent.parent_agents":            "o",
	"digitalocean_gradientai_agent.template":                 "o",
	"digitalocean_gradientai_agent.template.model.agreement": "o",
	"digitalocean_gradientai_openai_api_key.model.agreement": "o",
}

// dataDescriptions are those of data sources.
var dataDescriptions = map[string]string{
	"digitalocean_image":   "c",
	"digitalocean_project": "c",
	"digitalocean_volume":  "c",
	"digitalocean_vpc":     "c",
}

// describe puts the attribute back where it is missing.
func describe(path string, b *block, known map[string]string, more map[string]extra, within string) {
	flag, ok := known[path]
	if !ok {
		return
	}
	x := more[within+"description"]
	if x.ForceNew {
		flag += "n"
	}
	b.Attributes["description"] = attribute{Type: json.RawMessage(`"string"`), Flags: flag, Default: x.Default}
}
