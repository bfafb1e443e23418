package io.shelfcast.producer.timeline;

import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a timeline at its pace. {@link #play} runs in one thread; {@link #stop}, {@link #pause} and
 * {@link #resume} may be called from others.
 */
public final class Player {
  /** Longest sleep, so that a stop is heard soon. */
  private static final long SLICE_MILLIS = 20;

  private final EventSink sink;
  private final Pacer pacer;
  private final Progress progress;
  private volatile boolean stopped;
  private volatile boolean paused;

  public Player(EventSink sink, Pacer pacer, Progress progress) {
    this.sink = sink;
    this.pacer = pacer;
    this.progress = progress;
  }

  /**
   * Sends everything, or everything up to a {@link #stop}, and waits until it has arrived.
   *
   * @return whether the timeline was played to its end
   * @throws SendFailed if the stream takes no more
   */
  public boolean play(Iterator<TimedEvent> timeline) {
    while (!stopped && timeline.hasNext()) {
      TimedEvent event = timeline.next();
      awaitDue(event.at());
      if (stopped) {
        break;
      }
      sink.send(event);
      progress.reached(event.at());
    }
    sink.drain();
    return !stopped;
  }

  private void awaitDue(long at) {
    long millis = pacer.millisUntil(at);
    while (!stopped && (millis > 0 || paused)) {
      sink.flush();
      long before = pacer.now();
      boolean standsStill = paused;
      LockSupport.parkNanos(Math.max(1, Math.min(millis, SLICE_MILLIS)) * 1_000_000);
      if (standsStill) {
        pacer.stoodStill(pacer.now() - before);
      }
      millis = pacer.millisUntil(at);
    }
  }

  /** Ends the play soon; what was sent still arrives. */
  public void stop() {
    stopped = true;
  }

  /** Lets the replay's clock stand still. */
  public void pause() {
    paused = true;
  }

  /** Lets the replay's clock go on from where it stands. */
  public void resume() {
    paused = false;
  }
}
