package io.shelfcast.lake.s3;

import io.shelfcast.lake.LakeException;
import io.shelfcast.lake.LakeFile;
import io.shelfcast.lake.LakeFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A lake in a bucket of S3. A put makes an object whole at once, so that nothing is ever in
 * progress here; what is written is gathered in a temporary file first, 5 GB of it at most.
 */
public final class S3Files implements LakeFiles {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int MOST_ATTEMPTS = 20;

  private final S3Client s3;
  private final String bucket;

  /** Ends with a slash unless the lake fills the bucket. */
  private final String prefix;

  /**
   * The lake under a URI like {@code s3://bucket/lake}, with credentials, region and endpoint as
   * the environment tells them to every tool of AWS.
   *
   * @throws LakeException if the URI names no bucket, or the environment no region
   */
  public static S3Files of(URI root) {
    if (root.getAuthority() == null) {
      throw new LakeException("Cannot open a lake at " + root + ": it names no bucket.");
    }
    String folder = root.getPath().replaceAll("^/+|/+$", "");
    try {
      return new S3Files(
          SharedClient.get(), root.getAuthority(), folder.isEmpty() ? "" : folder + "/");
    } catch (SdkException e) {
      throw new LakeException("Cannot open a lake at " + root + ": " + e.getMessage(), e);
    }
  }

  private S3Files(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public List<LakeFile> list(String folder) {
    String below = key(folder.endsWith("/") ? folder : folder + "/");
    return attempt(
        "list",
        folder,
        () ->
            s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(below))
                .contents()
                .stream()
                .filter(object -> isVisible(object.key().substring(below.length())))
                .map(this::file)
                .collect(Collectors.toList()));
  }

  /** Objects whose names end with a slash are what some tools leave for folders. */
  private static boolean isVisible(String path) {
    if (path.isEmpty() || path.endsWith("/")) {
      return false;
    }
    for (String name : path.split("/")) {
      if (LakeFile.isHidden(name)) {
        return false;
      }
    }
    return true;
  }

  private LakeFile file(S3Object object) {
    return new LakeFile(
        object.key().substring(prefix.length()),
        object.size(),
        object.lastModified().toEpochMilli());
  }

  @Override
  public Optional<LakeFile> find(String path) {
    return attempt(
        "read",
        path,
        () -> {
          try {
            HeadObjectResponse head = head(path);
            return Optional.of(
                new LakeFile(path, head.contentLength(), head.lastModified().toEpochMilli()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  private HeadObjectResponse head(String path) {
    return s3.headObject(request -> request.bucket(bucket).key(key(path)));
  }

  @Override
  public SeekableByteChannel openRead(String path) {
    HeadObjectResponse head = attempt("read", path, () -> head(path));
    return new BlockChannel(
        head.contentLength(),
        (from, to) ->
            attempt(
                "read",
                path,
                () ->
                    s3.getObjectAsBytes(
                            request ->
                                request
                                    .bucket(bucket)
                                    .key(key(path))
                                    .ifMatch(head.eTag())
                                    .range("bytes=" + from + "-" + (to - 1)))
                        .asByteArrayUnsafe()));
  }

  @Override
  public byte[] read(String path) {
    return attempt(
        "read",
        path,
        () ->
            s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(path)))
                .asByteArrayUnsafe());
  }

  @Override
  public void write(String path, Content content) {
    try {
      Path gathered = Files.createTempFile("lake-", null);
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(gathered))) {
          content.writeTo(out);
        }
        attempt(
            "write",
            path,
            () -> s3.putObject(request -> request.bucket(bucket).key(key(path)), gathered));
      } finally {
        Files.deleteIfExists(gathered);
      }
    } catch (IOException e) {
      throw new LakeException("Cannot write " + uri(path) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) {
    return attempt("write", path, () -> putIfAbsent(key(path), RequestBody.fromBytes(content)));
  }

  /** S3 answers a race of such puts with a conflict, after which one asks again. */
  private boolean putIfAbsent(String key, RequestBody content) {
    for (int attempt = 1; ; attempt++) {
      try {
        s3.putObject(request -> request.bucket(bucket).key(key).ifNoneMatch("*"), content);
        return true;
      } catch (S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED) {
          return false;
        }
        if (e.statusCode() != CONFLICT || attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public void delete(String path) {
    attempt(
        "delete", path, () -> s3.deleteObject(request -> request.bucket(bucket).key(key(path))));
  }

  @Override
  public void deleteLeftovers(String folder, long beforeMillis) {
    // a put that was interrupted leaves nothing
  }

  @Override
  public String uri(String path) {
    return "s3://" + bucket + "/" + key(path);
  }

  private String key(String path) {
    return prefix + path;
  }

  private <T> T attempt(String verb, String path, Supplier<T> work) {
    try {
      return work.get();
    } catch (NoSuchKeyException e) {
      throw new LakeException("Cannot " + verb + " " + uri(path) + ": there is no such file", e);
    } catch (SdkException e) {
      throw new LakeException("Cannot " + verb + " " + uri(path) + ": " + e.getMessage(), e);
    }
  }
}
