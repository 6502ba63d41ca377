package catalogue

// LayerInfo is one row of the responsibility chart.
type LayerInfo struct {
	ID    string
	Title string
}

// Layers lists the rows of the responsibility chart, what is nearest to the customer first.
func Layers() []LayerInfo {
	return []LayerInfo{
		{"data", "Customer data"},
		{"identity", "Identity, access and credentials"},
		{"people", "People and procedures"},
		{"application", "Application code and dependencies"},
		{"configuration", "Service settings"},
		{"runtime", "Runtime, middleware and engine"},
		{"operating_system", "Guest operating system"},
		{"network_controls", "Network controls"},
		{"encryption_in_transit", "Encryption in transit"},
		{"encryption_at_rest", "Encryption at rest"},
		{"backups", "Backups and recovery"},
		{"availability", "Availability and capacity"},
		{"monitoring", "Logging and monitoring"},
		{"hypervisor", "Hosts and hypervisor"},
		{"physical_network", "Physical network"},
		{"facility", "Physical facility"},
	}
}

func layerIDs() []string {
	var ids []string
	for _, l := range Layers() {
		ids = append(ids, l.ID)
	}
	return ids
}

// LayerTitle is the title of a layer, or its id if there is none of that id.
func LayerTitle(id string) string {
	for _, l := range Layers() {
		if l.ID == id {
			return l.Title
		}
	}
	return id
}
