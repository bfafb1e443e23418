package io.shelfcast.lake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A lake in a folder of a file system. */
public final class PathFiles implements LakeFiles {
  private static final String TEMPORARY = ".lake-";

  private final Path root;

  /** A lake in this folder, which need not exist yet. */
  public PathFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public List<LakeFile> list(String folder) {
    return search(folder, name -> !LakeFile.isHidden(name));
  }

  private List<LakeFile> search(String folder, Predicate<String> name) {
    try {
      ListVisitor visitor = new ListVisitor(root, name);
      Files.walkFileTree(path(folder), visitor);
      return visitor.files();
    } catch (IOException e) {
      throw failure("list", folder, e);
    }
  }

  @Override
  public Optional<LakeFile> find(String path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path(path), BasicFileAttributes.class);
      return Optional.of(new LakeFile(path, found.size(), found.lastModifiedTime().toMillis()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure("read", path, e);
    }
  }

  @Override
  public SeekableByteChannel openRead(String path) {
    try {
      return Files.newByteChannel(path(path));
    } catch (IOException e) {
      throw failure("read", path, e);
    }
  }

  @Override
  public byte[] read(String path) {
    try {
      return Files.readAllBytes(path(path));
    } catch (IOException e) {
      throw failure("read", path, e);
    }
  }

  @Override
  public void write(String path, Content content) {
    try {
      Path temporary = writeTemporary(path, content);
      try {
        moveOver(temporary, path(path));
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failure("write", path, e);
    }
  }

  /** A hard link, unlike a move, fails if there is a file already, and is whole at once. */
  @Override
  public boolean putIfAbsent(String path, byte[] content) {
    try {
      Path temporary = writeTemporary(path, out -> out.write(content));
      try {
        Files.createLink(path(path), temporary);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw failure("write", path, e);
    }
  }

  @Override
  public void delete(String path) {
    try {
      Files.deleteIfExists(path(path));
    } catch (IOException e) {
      throw failure("delete", path, e);
    }
  }

  @Override
  public void deleteLeftovers(String folder, long beforeMillis) {
    for (LakeFile leftover : search(folder, name -> name.startsWith(TEMPORARY))) {
      if (leftover.modifiedAt() < beforeMillis) {
        delete(leftover.path());
      }
    }
  }

  @Override
  public String uri(String path) {
    return path(path).toUri().toString();
  }

  private Path path(String path) {
    return root.resolve(path);
  }

  /** Writes beside the file's place, so that a move stays within one file system. */
  private Path writeTemporary(String path, Content content) throws IOException {
    Path folder = path(path).getParent();
    Files.createDirectories(folder);
    Path temporary = folder.resolve(TEMPORARY + UUID.randomUUID());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
      content.writeTo(out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    return temporary;
  }

  private static void moveOver(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private LakeException failure(String verb, String path, Exception e) {
    String reason = e.getMessage();
    if (e instanceof NoSuchFileException) {
      reason = "there is no such file";
    }
    return new LakeException("Cannot " + verb + " " + path(path) + ": " + reason, e);
  }
}
