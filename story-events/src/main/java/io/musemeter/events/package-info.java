/** The wire contract: every record that travels through Kafka, its identities and its JSON form. */
@NullMarked
package io.musemeter.events;

import org.jspecify.annotations.NullMarked;
