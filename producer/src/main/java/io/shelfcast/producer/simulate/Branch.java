package io.shelfcast.producer.simulate;

import io.shelfcast.producer.timeline.StoreClock;

/**
 * A store.
 *
 * @param size how much it sells compared with a usual one
 * @param weekend how much more Saturdays sell, as a share
 */
record Branch(int index, String id, StoreClock clock, double size, double weekend) {}
