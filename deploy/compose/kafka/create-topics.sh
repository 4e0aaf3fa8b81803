#!/bin/sh
# Creates every topic of topics.yaml; a test keeps the two the same. Partition counts are for life.
set -eu

create() {
  name="$1"; partitions="$2"; shift 2
  settings=""
  for setting in "$@"; do settings="$settings --config $setting"; done
  # shellcheck disable=SC2086
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "${BOOTSTRAP:-kafka:9092}" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor "${REPLICATION:-1}" $settings
}

create stories.ingest 6 cleanup.policy=delete message.timestamp.type=LogAppendTime retention.ms=777600000
create stories 6 cleanup.policy=compact,delete message.timestamp.type=LogAppendTime retention.ms=777600000 max.compaction.lag.ms=86400000
create exemplars 1 cleanup.policy=compact message.timestamp.type=LogAppendTime max.compaction.lag.ms=86400000
create scores 6 cleanup.policy=delete message.timestamp.type=LogAppendTime retention.ms=777600000
create embeddings 6 cleanup.policy=compact,delete message.timestamp.type=LogAppendTime retention.ms=777600000 max.compaction.lag.ms=86400000
create studies 1 cleanup.policy=compact message.timestamp.type=LogAppendTime max.compaction.lag.ms=86400000
create study-progress 1 cleanup.policy=compact message.timestamp.type=LogAppendTime max.compaction.lag.ms=86400000
create story-counts 1 cleanup.policy=compact message.timestamp.type=LogAppendTime max.compaction.lag.ms=86400000
create correlations 1 cleanup.policy=compact message.timestamp.type=LogAppendTime max.compaction.lag.ms=86400000
create late-decisions 1 cleanup.policy=compact,delete message.timestamp.type=LogAppendTime retention.ms=777600000 max.compaction.lag.ms=86400000
create judge-budget 1 cleanup.policy=delete message.timestamp.type=LogAppendTime retention.ms=259200000
create stories.rejected 1 cleanup.policy=compact,delete message.timestamp.type=LogAppendTime retention.ms=777600000 max.compaction.lag.ms=86400000
create scores.rejected 1 cleanup.policy=compact,delete message.timestamp.type=LogAppendTime retention.ms=777600000 max.compaction.lag.ms=86400000
