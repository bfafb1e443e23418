package io.shelfcast.producer.send;

import java.util.List;

/** One call to a stream that takes many records at once. Thread-safe. */
interface StreamPort extends AutoCloseable {
  /** Most records in one call. */
  int MAX_RECORDS = 500;

  /** Most bytes in one call, partition keys included. */
  int MAX_BYTES = 5 * 1024 * 1024;

  /**
   * Puts records within both limits.
   *
   * @return for each record, in order, null if the stream has it, else the error code
   * @throws PutFault if the call as a whole did not succeed
   */
  List<String> put(List<StreamRecord> records) throws PutFault;

  @Override
  void close();
}
