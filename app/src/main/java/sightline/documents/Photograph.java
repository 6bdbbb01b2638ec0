package sightline.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A photograph as it is kept: the picture alone, turned the right way up and written anew as JPEG.
 * Where it was taken, by which telephone, what a program added: nothing of that is in it. A file is
 * judged by its header before anything is decoded.
 */
public final class Photograph {
    /** The most bytes of a file. */
    public static final int BYTES_MAX = 20 * 1024 * 1024;

    private static final int SIDE_MAX = 12_000;
    private static final long PIXELS_MAX = 60_000_000;

    /** Of a larger one each second, third, fourth line and column is kept. */
    private static final long KEPT_MAX = 12_500_000;

    private static final float QUALITY = 0.9f;

    /** A picture takes some 100 MB while it is written anew: one at a time. */
    private static final Semaphore ONE = new Semaphore(1, true);

    private final byte[] jpeg;
    private final int width;
    private final int height;

    private Photograph(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    /** What came of a file. */
    public sealed interface Result {
        /** It is a photograph. */
        record Read(Photograph photograph) implements Result {}

        /** It is none, or more than can be taken. */
        record Refused(Why why) implements Result {}
    }

    /** Why a file is refused. */
    public enum Why {
        EMPTY("Choose a photograph"),
        TOO_LONG("The file is larger than 20 MB. Save it smaller, and send it again"),
        NO_PHOTOGRAPH("The file is no JPEG and no PNG. Save the photograph as JPEG, and send that"),
        TOO_LARGE(
                "The picture is larger than 12,000 pixels a side or 60 million in all. Save it smaller,"
                        + " and send it again"),
        BROKEN("The picture cannot be read. Open it, save it anew as JPEG, and send that");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** What to say, and what to do. */
        public String words() {
            return words;
        }
    }

    /** What it shows, as JPEG. */
    public byte[] jpeg() {
        return jpeg.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** One that was read and written anew before, as its JPEG has been kept since. */
    public static Photograph kept(byte[] jpeg) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            return new Photograph(jpeg.clone(), reader.getWidth(0), reader.getHeight(0));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a kept picture could not be read", impossible);
        } finally {
            reader.dispose();
        }
    }

    /** Reads a file that somebody sent. */
    public static Result read(byte[] file) {
        if (file.length == 0) {
            return new Result.Refused(Why.EMPTY);
        }
        if (file.length > BYTES_MAX) {
            return new Result.Refused(Why.TOO_LONG);
        }
        if (JpegFile.isOne(file)) {
            return JpegFile.scansAreFew(file)
                    ? read("jpeg", file, JpegFile.orientation(file))
                    : new Result.Refused(Why.BROKEN);
        }
        if (PngFile.isOne(file)) {
            return PngFile.pictureAlone(file)
                    .map(picture -> read("png", picture, 1))
                    .orElseGet(() -> new Result.Refused(Why.BROKEN));
        }
        return new Result.Refused(Why.NO_PHOTOGRAPH);
    }

    private static Result read(String format, byte[] file, int orientation) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        ONE.acquireUninterruptibly();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > SIDE_MAX || height > SIDE_MAX || (long) width * height > PIXELS_MAX) {
                return new Result.Refused(Why.TOO_LARGE);
            }
            int each = 1;
            while ((long) (width / each) * (height / each) > KEPT_MAX) {
                each++;
            }
            var every = reader.getDefaultReadParam();
            every.setSourceSubsampling(each, each, 0, 0);
            BufferedImage upright = upright(reader.read(0, every), orientation);
            return new Result.Read(
                    new Photograph(written(upright), upright.getWidth(), upright.getHeight()));
        } catch (IOException | RuntimeException broken) {
            // The readers answer a damaged file with whatever exception it led them into.
            return new Result.Refused(Why.BROKEN);
        } finally {
            reader.dispose();
            ONE.release();
        }
    }

    /** As it was held: whoever looks at a mark must not take one side for the other. */
    private static BufferedImage upright(BufferedImage stored, int orientation) {
        int across = stored.getWidth();
        int down = stored.getHeight();
        boolean lying = orientation >= 5;
        var picture =
                new BufferedImage(
                        lying ? down : across, lying ? across : down, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        drawing.drawImage(stored, turn(orientation, across, down), null);
        drawing.dispose();
        return picture;
    }

    private static AffineTransform turn(int orientation, int across, int down) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, across, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, across, down);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, down);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, down, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, down, across);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, across);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a picture in memory could not be written", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "Photograph[redacted]";
    }
}
