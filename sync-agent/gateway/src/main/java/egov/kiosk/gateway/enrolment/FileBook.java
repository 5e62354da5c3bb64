package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.enrolment.message.Sheet;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The book as files, for desks of one machine: one file a code and a certificate, each written
 * whole or not at all, all under one lock of the operating system. Certificates are noted before
 * the code that was spent on them, so that a cut leaves at worst certificates nobody has.
 */
final class FileBook implements EnrolmentBook {
  /** Locks of the operating system are the process's; its own threads wait for each other here. */
  private final ReentrantLock threads = new ReentrantLock();

  private static final List<String> NAMES = List.of("serial", "kiosk", "until", "revoked");
  private static final String KIND = "issued-certificate-1";

  private final Path directory;
  private final Path codes;
  private final Path certificates;

  FileBook(Path directory) throws IOException {
    this.directory = directory;
    codes = directory.resolve("codes");
    certificates = directory.resolve("certificates");
    for (Path each : List.of(directory, codes, certificates)) {
      if (!Files.isDirectory(each)) {
        Files.createDirectories(
            each,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    }
  }

  @Override
  public <T> T alone(Work<T> work) throws IOException {
    threads.lock();
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return work.on(new Held());
    } finally {
      threads.unlock();
    }
  }

  /** The files while the lock is held. */
  private final class Held implements Page {
    @Override
    public Optional<CodeRecord> code(String id) throws IOException {
      if (!id.matches("[0-9a-f]{24}") || !Files.exists(codes.resolve(id))) {
        return Optional.empty();
      }
      Optional<CodeRecord> read = CodeRecord.parse(Files.readAllBytes(codes.resolve(id)));
      if (read.isEmpty()) {
        throw new IOException("the file of a code is damaged; make a new code");
      }
      return read;
    }

    @Override
    public void keep(CodeRecord code) throws IOException {
      PrivateFile.replace(codes.resolve(code.id()), code.encoded());
    }

    @Override
    public void forgetUnused(String kioskId) throws IOException {
      for (Path file : list(codes)) {
        Optional<CodeRecord> code = CodeRecord.parse(Files.readAllBytes(file));
        if (code.isPresent() && code.get().kioskId().equals(kioskId) && !code.get().used()) {
          Files.delete(file);
        }
      }
    }

    @Override
    public void keep(IssuedCertificate one) throws IOException {
      PrivateFile.replace(
          certificates.resolve(one.serial().toString(16)),
          Sheet.of(KIND)
              .with("serial", one.serial().toString(16))
              .with("kiosk", one.kioskId())
              .with("until", one.until().toString())
              .with("revoked", one.revoked().map(Instant::toString).orElse(""))
              .encoded());
    }

    @Override
    public List<IssuedCertificate> issued(String kioskId) throws IOException {
      return all().stream().filter(one -> one.kioskId().equals(kioskId)).toList();
    }

    @Override
    public List<IssuedCertificate> revoked() throws IOException {
      return all().stream().filter(one -> one.revoked().isPresent()).toList();
    }

    @Override
    public BigInteger nextList(BigInteger above) throws IOException {
      Path file = directory.resolve("list-number");
      BigInteger last =
          Files.exists(file) ? new BigInteger(Files.readString(file).strip()) : BigInteger.ZERO;
      BigInteger next = last.max(above).add(BigInteger.ONE);
      PrivateFile.replace(
          file, next.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return next;
    }

    private List<IssuedCertificate> all() throws IOException {
      List<IssuedCertificate> found = new ArrayList<>();
      for (Path file : list(certificates)) {
        Sheet sheet =
            Sheet.parse(Files.readAllBytes(file), KIND, NAMES)
                .orElseThrow(() -> new IOException(file + " is damaged; restore it"));
        String revoked = sheet.text("revoked");
        found.add(
            new IssuedCertificate(
                new BigInteger(sheet.text("serial"), 16),
                sheet.text("kiosk"),
                Instant.parse(sheet.text("until")),
                revoked.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(revoked))));
      }
      return found;
    }

    private List<Path> list(Path of) throws IOException {
      try (Stream<Path> files = Files.list(of)) {
        return files.filter(file -> !file.toString().endsWith(".new")).sorted().toList();
      }
    }
  }
}
