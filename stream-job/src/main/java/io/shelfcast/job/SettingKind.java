package io.shelfcast.job;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** How the text of a setting is read, strictly. */
abstract class SettingKind {
  private final String description;

  SettingKind(String description) {
    this.description = description;
  }

  /**
   * The value.
   *
   * @throws IllegalArgumentException if the text is none; the message completes "… must be …"
   */
  abstract Object read(String text);

  /** What the text must be, as in "a whole number from 1 to 5". */
  final String description() {
    return description;
  }

  static final SettingKind TEXT =
      new SettingKind("text") {
        @Override
        Object read(String text) {
          return text;
        }
      };

  static final SettingKind FLAG =
      new SettingKind("true or false") {
        @Override
        Object read(String text) {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
          }
          return Boolean.valueOf(text);
        }
      };

  static final SettingKind ADDRESS =
      new SettingKind("an address with its scheme, as in file:///var/lake") {
        @Override
        Object read(String text) {
          URI uri = URI.create(text);
          if (uri.getScheme() == null) {
            throw new IllegalArgumentException();
          }
          return uri;
        }
      };

  static final SettingKind MOMENT =
      new SettingKind("an instant, as in 2026-01-31T00:00:00Z") {
        @Override
        Object read(String text) {
          return parsed(() -> Instant.parse(text));
        }
      };

  static final SettingKind ZONE =
      new SettingKind("a time zone, as in Europe/London") {
        @Override
        Object read(String text) {
          return parsed(() -> ZoneId.of(text)).getId();
        }
      };

  private interface Parser<T> {
    T parse();
  }

  private static <T> T parsed(Parser<T> parser) {
    try {
      return parser.parse();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A whole number within inclusive bounds. */
  static final class Whole extends SettingKind {
    private final long least;
    private final long most;

    Whole(long least, long most) {
      super(
          most == Long.MAX_VALUE
              ? "a whole number from " + least
              : "a whole number from " + least + " to " + most);
      this.least = least;
      this.most = most;
    }

    @Override
    Object read(String text) {
      long value = Long.parseLong(text);
      if (value < least || value > most) {
        throw new IllegalArgumentException();
      }
      return value;
    }
  }

  /** One of a few words. */
  static final class Choice extends SettingKind {
    private final List<String> words;

    Choice(String... words) {
      super("one of " + String.join(", ", words));
      this.words = List.of(words);
    }

    @Override
    Object read(String text) {
      if (!words.contains(text)) {
        throw new IllegalArgumentException();
      }
      return text;
    }
  }
}
