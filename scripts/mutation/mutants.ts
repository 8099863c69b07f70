/** The small wrong changes of one file, found in its syntax tree. */
import ts from 'typescript';

export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** Place in the text, and what is put there. */
  readonly from: number;
  readonly until: number;
  readonly was: string;
  readonly put: string;
}

/** What a tired hand writes instead. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};
const METHODS: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** Every mutant of this file, in the order of the text. Types, imports, keys and data outside functions are left alone. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const put = (from: number, until: number, text: string): void => {
    const was = source.slice(from, until).replace(/\s+/g, ' ').slice(0, 60);
    const line = tree.getLineAndCharacterOfPosition(from).line + 1;
    if (source.slice(from, until) !== text) found.push({ file, line, from, until, was, put: text });
  };
  const instead = (node: ts.Node, text: string) => put(node.getStart(tree), node.getEnd(), text);
  const either = (condition: ts.Node) => {
    instead(condition, 'true');
    instead(condition, 'false');
  };

  const look = (node: ts.Node, inside: boolean): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isExportDeclaration(node)) return;
    const within = inside || ts.isFunctionLike(node);
    if (within) change(node);
    ts.forEachChild(node, (child) => look(child, within));
  };

  const change = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const token = node.operatorToken;
      for (const other of INSTEAD[token.getText(tree)] ?? []) instead(token, other);
      if (token.kind === ts.SyntaxKind.QuestionQuestionToken) instead(node, node.left.getText(tree));
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      instead(node, node.operand.getText(tree));
    else if (ts.isIfStatement(node)) either(node.expression);
    else if (ts.isConditionalExpression(node)) either(node.condition);
    else if (node.kind === ts.SyntaxKind.TrueKeyword) instead(node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) instead(node, 'true');
    else if (ts.isStringLiteral(node) && isValue(node)) instead(node, node.text === '' ? "'x'" : "''");
    else if (ts.isExpressionStatement(node)) instead(node, ';');
    else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !ts.isParameter(node.parent))
      instead(node, '[]');
    else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
      const other = METHODS[node.name.text];
      if (other && node.parent.expression === node) instead(node.name, other);
      // a list that is no longer chosen from
      if (node.name.text === 'filter' && node.parent.expression === node)
        instead(node.parent, node.expression.getText(tree));
    } else if (
      ts.isReturnStatement(node) &&
      node.expression &&
      node.expression.kind !== ts.SyntaxKind.NullKeyword
    )
      instead(node.expression, 'null');
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) instead(node.body, 'undefined');
  };
  look(tree, false);
  return found;
}

/** A word that is a value: no key of an object, no part of a type, no index. */
function isValue(node: ts.StringLiteral): boolean {
  const { parent } = node;
  return (
    !(ts.isPropertyAssignment(parent) && parent.name === node) &&
    !ts.isLiteralTypeNode(parent) &&
    !ts.isElementAccessExpression(parent) &&
    !ts.isBindingElement(parent)
  );
}
