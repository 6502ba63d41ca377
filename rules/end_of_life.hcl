# When vendors stop to support what runs on DigitalOcean. Dates are the last day
# of free security support; where a vendor gives a month only, its last day.
# What is not listed is not judged: add it here, with its source.

end_of_life "image" "ubuntu" {
  source = "https://endoflife.date/ubuntu"
  as_of  = "2026-11-23"
  dates = {
    "ubuntu-12-04-x64" = "2017-04-28"
    "ubuntu-14-04-x64" = "2019-04-25"
    "ubuntu-16-04-x64" = "2021-04-30"
    "ubuntu-18-04-x64" = "2023-05-31"
    "ubuntu-20-04-x64" = "2025-05-31"
    "ubuntu-22-04-x64" = "2027-04-30"
    "ubuntu-22-10-x64" = "2023-07-20"
    "ubuntu-23-04-x64" = "2024-01-25"
    "ubuntu-23-10-x64" = "2024-07-12"
    "ubuntu-24-04-x64" = "2029-05-31"
    "ubuntu-24-10-x64" = "2025-07-10"
    "ubuntu-25-04-x64" = "2026-01-17"
    "ubuntu-25-10-x64" = "2026-07-31"
    "ubuntu-26-04-x64" = "2031-04-30"
  }
}

end_of_life "image" "debian" { # with long term support
  source = "https://wiki.debian.org/LTS"
  as_of  = "2026-11-23"
  dates = {
    "debian-8-x64"  = "2020-06-30"
    "debian-9-x64"  = "2022-07-01"
    "debian-10-x64" = "2024-06-30"
    "debian-11-x64" = "2026-08-31"
    "debian-12-x64" = "2028-06-30"
    "debian-13-x64" = "2030-06-30"
  }
}

end_of_life "image" "centos" {
  source = "https://endoflife.date/centos"
  as_of  = "2026-11-23"
  dates = {
    "centos-6-x64"         = "2020-11-30"
    "centos-7-x64"         = "2024-06-30"
    "centos-8-x64"         = "2021-12-31"
    "centos-stream-8-x64"  = "2024-05-31"
    "centos-stream-9-x64"  = "2027-05-31"
    "centos-stream-10-x64" = "2030-01-01"
  }
}

end_of_life "image" "fedora" {
  source = "https://docs.fedoraproject.org/en-US/releases/eol/"
  as_of  = "2026-11-23"
  dates = {
    "fedora-35-x64" = "2022-12-13"
    "fedora-36-x64" = "2023-05-16"
    "fedora-37-x64" = "2023-12-05"
    "fedora-38-x64" = "2024-05-21"
    "fedora-39-x64" = "2024-11-26"
    "fedora-40-x64" = "2025-05-13"
    "fedora-41-x64" = "2025-12-15"
    "fedora-42-x64" = "2026-05-13"
    "fedora-43-x64" = "2026-12-09"
  }
}

end_of_life "image" "rocky and alma" {
  source = "https://endoflife.date/rocky-linux"
  as_of  = "2026-11-23"
  dates = {
    "almalinux-8-x64"   = "2029-03-01"
    "almalinux-9-x64"   = "2032-05-31"
    "almalinux-10-x64"  = "2035-05-31"
    "rockylinux-8-x64"  = "2029-05-31"
    "rockylinux-9-x64"  = "2032-05-31"
    "rockylinux-10-x64" = "2035-05-31"
  }
}

end_of_life "kubernetes" "kubernetes" {
  source = "https://kubernetes.io/releases/"
  as_of  = "2026-11-23"
  dates = {
    "1.22" = "2022-12-08"
    "1.23" = "2023-02-28"
    "1.24" = "2023-07-28"
    "1.25" = "2023-10-28"
    "1.26" = "2024-02-28"
    "1.27" = "2024-07-16"
    "1.28" = "2024-10-22"
    "1.29" = "2025-02-28"
    "1.30" = "2025-07-15"
    "1.31" = "2025-11-11"
    "1.32" = "2026-02-28"
    "1.33" = "2026-06-28"
    "1.34" = "2026-10-27"
    "1.35" = "2027-02-28"
    "1.36" = "2027-06-28"
  }
}

end_of_life "pg" "postgresql" {
  source = "https://www.postgresql.org/support/versioning/"
  as_of  = "2026-11-23"
  dates = {
    "10" = "2022-11-10"
    "11" = "2023-11-09"
    "12" = "2024-11-21"
    "13" = "2025-11-13"
    "14" = "2026-11-12"
    "15" = "2027-11-11"
    "16" = "2028-11-09"
    "17" = "2029-11-08"
    "18" = "2030-11-14"
  }
}

end_of_life "mysql" "mysql" { # "8" alone is not listed: it does not tell 8.0 from 8.4
  source = "https://endoflife.date/mysql"
  as_of  = "2026-11-23"
  dates = {
    "5.7" = "2023-10-31"
    "8.0" = "2026-04-30"
    "8.4" = "2032-04-30"
  }
}

end_of_life "mongodb" "mongodb" {
  source = "https://www.mongodb.com/legal/support-policy/lifecycles"
  as_of  = "2026-11-23"
  dates = {
    "4" = "2024-02-29"
    "5" = "2024-10-31"
    "6" = "2025-07-31"
    "7" = "2027-08-31"
    "8" = "2029-10-31"
  }
}

end_of_life "valkey" "valkey" {
  source = "https://valkey.io/topics/releases/"
  as_of  = "2026-11-23"
  dates = {
    "7.2" = "2029-04-16"
    "8"   = "2027-09-15"
    "8.1" = "2030-03-31"
    "9"   = "2028-10-21"
  }
}

end_of_life "kafka" "kafka" { # the project supports its last three minor releases
  source = "https://endoflife.date/apache-kafka"
  as_of  = "2026-11-23"
  dates = {
    "3.3" = "2023-10-03"
    "3.4" = "2024-02-26"
    "3.5" = "2024-07-26"
    "3.6" = "2024-11-06"
    "3.7" = "2025-03-18"
  }
}

end_of_life "opensearch" "opensearch" {
  source = "https://opensearch.org/releases/"
  as_of  = "2026-11-23"
  dates = {
    "1" = "2025-05-06"
  }
}
