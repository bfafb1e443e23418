package io.shelfcast.producer.invoice;

import io.shelfcast.producer.series.LineFate;

/**
 * An invoice line that means something to the stock.
 *
 * @param fate what it means
 * @param taken the sale it takes back, where the fate is VOID; else null
 */
record InvoiceEntry(InvoiceLine line, LineFate fate, InvoiceLine taken) {}
