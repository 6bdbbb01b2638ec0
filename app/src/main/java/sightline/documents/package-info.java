/**
 * Files of office programs as their reader sees them, within limits.
 *
 * <p>{@link sightline.documents.OfficeFile} opens the zip that each of them is, {@link
 * sightline.documents.VisibleText} goes through the text of a DOCX, and {@link
 * sightline.documents.TableFile} gives the tables of a CSV, DOCX or XLSX. What was deleted, hidden
 * or said in a comment is nowhere handed on. Another kind of file is another branch of {@code
 * TableFile}. Decision 49 tells why.
 */
@NullMarked
package sightline.documents;

import org.jspecify.annotations.NullMarked;
