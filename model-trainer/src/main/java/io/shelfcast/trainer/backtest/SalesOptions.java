package io.shelfcast.trainer.backtest;

import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.series.SpilledSeries;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Options that say which real sales are read: a known data set by name, or anybody's files. */
public final class SalesOptions {
  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      defaultValue = "../shared/data",
      description = "Folder that holds the data sets known by name (default: ${DEFAULT-VALUE}).")
  private Path from;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only so many products, those sold on most days (default: all).")
  private int products;

  private static final class Source {
    @Option(
        names = "--dataset",
        paramLabel = "NAME",
        converter = KnownName.class,
        description = "store-item, pasta, freshretail or online-retail.")
    private SalesFiles.Known known;

    @Option(
        names = "--csv",
        arity = "1..*",
        paramLabel = "FILE",
        description = {
          "CSV files with date,storeId,productId,quantity and any of",
          "unitPrice,promotion,stockoutShare,open,holiday,category; plain or .gz."
        })
    private List<Path> files;
  }

  /** Reads the name of a known data set. */
  public static final class KnownName implements ITypeConverter<SalesFiles.Known> {
    @Override
    public SalesFiles.Known convert(String name) {
      for (SalesFiles.Known known : SalesFiles.Known.values()) {
        if (known.toString().equals(name)) {
          return known;
        }
      }
      throw new TypeConversionException(
          "'" + name + "' is none of store-item, pasta, freshretail, online-retail");
    }
  }

  /**
   * Reads what was asked for.
   *
   * @throws io.shelfcast.producer.series.DatasetException if the files cannot be used
   */
  public SpilledSeries read(CommandSpec spec, Progress progress) {
    requireProducts(spec);
    List<Path> files = source.known == null ? source.files : source.known.in(from);
    return SalesFiles.read(files, products, progress);
  }

  /**
   * Reads what was asked for, each sale at its hour.
   *
   * @throws io.shelfcast.producer.series.DatasetException if the files cannot be used, or tell
   *     whole days only
   */
  public SpilledSeries readHours(CommandSpec spec, Progress progress) {
    requireProducts(spec);
    List<Path> files = source.known == null ? source.files : source.known.hoursIn(from);
    return HourlyFiles.read(files, products, progress);
  }

  private void requireProducts(CommandSpec spec) {
    if (products < 0) {
      throw new ParameterException(spec.commandLine(), "--products cannot be negative.");
    }
  }
}
