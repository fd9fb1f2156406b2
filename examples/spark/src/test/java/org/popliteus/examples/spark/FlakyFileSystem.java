package org.popliteus.examples.spark;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.BufferedFSInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The files of this machine, of which one fails far inside; or has changed, where there is a file
 * of the same name that ends in {@code .later}.
 */
public final class FlakyFileSystem extends RawLocalFileSystem {
  private static final long FAR_INSIDE = 100_000;
  private static final int BUFFER = 4096;

  /** How many files are opened before the one that is not as it should be; below 0, all are. */
  static final AtomicInteger GOOD_ONES = new AtomicInteger(-1);

  @Override
  public URI getUri() {
    return URI.create("flaky:///");
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    if (GOOD_ONES.getAndDecrement() != 0) {
      return super.open(file, bufferSize);
    }
    Path later = file.suffix(".later");
    return exists(later)
        ? super.open(later, bufferSize)
        : new FSDataInputStream(
            new BufferedFSInputStream(new Failing(super.open(file, bufferSize)), BUFFER));
  }

  private static final class Failing extends FSInputStream {
    private final FSDataInputStream in;

    Failing(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      failFarInside();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      failFarInside();
      return in.read(bytes, offset, length);
    }

    private void failFarInside() throws IOException {
      if (in.getPos() > FAR_INSIDE) {
        throw new IOException("the disk could not be read");
      }
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
