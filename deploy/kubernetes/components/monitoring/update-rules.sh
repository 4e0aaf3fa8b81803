#!/bin/sh
# Makes the PrometheusRules from the rules of Prometheus in grafana/rules.
set -eu
cd "$(dirname "$0")"

wrap() {
  {
    echo "# Made by update-rules.sh from grafana/rules/musemeter-$2.yaml: change that."
    printf 'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: musemeter-%s\nspec:\n' "$2"
    sed -e 's/^\(.\)/  \1/' "../../../../grafana/rules/musemeter-$2.yaml"
  } > "$1"
}

wrap recording-rules.yaml recording
wrap alert-rules.yaml alerts
