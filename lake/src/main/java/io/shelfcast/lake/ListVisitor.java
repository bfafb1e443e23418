package io.shelfcast.lake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds files by name below a folder; one that vanishes meanwhile is not there. */
final class ListVisitor extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Predicate<String> wanted;
  private final List<LakeFile> files = new ArrayList<>();

  ListVisitor(Path root, Predicate<String> wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  /** What was found, by path. */
  List<LakeFile> files() {
    files.sort(Comparator.comparing(LakeFile::path));
    return files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean hidden = LakeFile.isHidden(folder.getFileName().toString());
    return hidden && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (wanted.test(file.getFileName().toString())) {
      String path = root.relativize(file).toString().replace('\\', '/');
      files.add(new LakeFile(path, attributes.size(), attributes.lastModifiedTime().toMillis()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
