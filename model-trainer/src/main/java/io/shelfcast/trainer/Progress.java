package io.shelfcast.trainer;

/** Hears how far long work has come. */
public interface Progress {
  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public Stage stage(String name, long steps) {
          return done -> {};
        }

        @Override
        public void say(String line) {
          // nobody listens
        }
      };

  /** One stretch of work; closed when it is over. */
  @FunctionalInterface
  interface Stage extends AutoCloseable {
    /** So many steps are done in all; safe from several threads. */
    void at(long done);

    @Override
    default void close() {
      // nothing to end
    }
  }

  /** Begins a stretch of work of about so many steps. */
  Stage stage(String name, long steps);

  /** One line on what was found or decided. */
  void say(String line);
}
